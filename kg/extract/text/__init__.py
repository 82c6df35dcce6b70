"""What is read: plain text, blocks, sentences, and how spellings are compared.

The text of an article comes in; spans of blocks and sentences, and texts without what no reader sees, go out.

May use: kg.model.
"""
