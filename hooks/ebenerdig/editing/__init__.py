"""EDIT: what an editor's commands write into the files: a new library, a show, a record of a register."""
