"""What every response needs: content negotiation, security headers, time limits, workers.

Requests come in; chosen formats, headers and the outcomes of workers go out.

May use: kg.errors, kg.inquiry.asking.
"""
