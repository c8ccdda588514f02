"""Speech: quotation marks, verbs of saying, who their subjects are, and whom those stand for."""
