"""The words of the house: spans, documents, alignments, findings, reports. Nothing here reads or judges."""
