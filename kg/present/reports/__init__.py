"""Answers of `kg.inquiry` as lines, rows and records.

Values of an inquiry come in; what a command prints or writes as JSON goes out.

May use: kg.model, kg.wording, kg.ontology, kg.inquiry, kg.inquiry.comparing, kg.inquiry.analysing.
"""
