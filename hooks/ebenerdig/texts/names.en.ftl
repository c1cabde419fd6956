### What files and ids must be called to be read: what editors read about it

problem-page-name = The file is called “{ $value }”. It is read under the name { $right } alone; capital and small letters count. Rename it.
problem-page-name-hidden = The file is called “{ $value }”. It is read under the name { $right } alone. Windows often hides the ending .txt: switch on file name extensions under “View” in Explorer, and delete it.
problem-system-file = Windows or macOS made this file on its own. It is no part of the library. Delete it.
problem-file-letters = “{ $value }” is there, but a letter in the file's name is stored in another way: some Macs write an ä as a and two dots, and other machines do not find the file then. Rename the file and type the letter again, or better do without such letters.
problem-file-case = “{ $value }” is not there, but “{ $there }” is. Capital and small letters count: write both names alike.

# Registers
problem-register-name = “{ $value }” is the name of no register, the file is not read. Registers are called: { $known }.
problem-register-name-near = “{ $value }” is not read. Rename the file: { $nearest }
problem-register-missing = This file is missing. { $count ->
    [one] One place names
   *[other] { $count } places name
  } ids from it, for example “{ $first }”. Make the file, or restore it.
problem-register-key = “{ $value }” cannot be an id: it becomes part of an address and consists of small letters a–z, digits and hyphens. Write “{ $suggestion }:”, and the whole name below it at name.
problem-id-form = “{ $value }” is no id. What belongs here is what stands before the colon in { $file }, probably: { $suggestion }
problem-id-form-item = “{ $value }” is no item. What belongs here is the way to its folder, probably: { $suggestion }
