"""Reports: results of `kg.inquiry` as lines, rows and records.

Takes values of an inquiry; returns what a command prints or writes as JSON.

May use: kg.model, kg.wording, kg.ontology, kg.inquiry, kg.inquiry.comparing, kg.inquiry.analysing.
"""
