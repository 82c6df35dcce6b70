"""HTTP infrastructure: content negotiation, security headers, timeouts, workers.

Takes requests; returns negotiated formats, headers and the outcomes of workers.

May use: kg.errors, kg.inquiry.asking.
"""
