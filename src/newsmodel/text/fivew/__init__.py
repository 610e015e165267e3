"""The reporter's questions: who, what, when and where."""
