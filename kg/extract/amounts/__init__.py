"""Amounts and dates: numbers, units, currencies, quantities, days and periods.

Takes a text and its language; returns `Quantity` and `DateMention` values with their spans.

May use: kg.model.
"""
