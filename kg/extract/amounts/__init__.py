"""Amounts and dates: numbers, units, currencies, quantities, days and periods.

A text and its language come in; `Quantity` and `DateMention` values with their spans go out.

May use: kg.model.
"""
