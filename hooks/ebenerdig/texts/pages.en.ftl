### Pages about levels, people and companies

level-begin = A good way to begin
organisation-people = Who belongs to it:
