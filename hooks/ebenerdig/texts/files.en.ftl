### What lies in folders and is neither read nor published: what editors read about it

# At the file itself
problem-outside = Here is only a link to something that lies elsewhere. Only what really lies in this folder is read and published. Put the thing itself here.
problem-circle = This link leads in a circle. Delete it, and put the file itself here.
problem-special = This is no file with a content but something that only programs need among themselves (a device, a pipe). Delete it, and put the right file here.
problem-record-broken = This file with the measures of sound, film and pictures is damaged. Bring back an earlier version or delete it: what lies on this machine is then measured again, and “ebenerdig probe” measures what lies elsewhere.
problem-record-mended = This file with the measures of sound, film and pictures was damaged. All was measured again, and the file is written anew.
problem-record-value = Of “{ $file }”, what stands under “{ $key }” is no measure. Bring back an earlier version of this file or delete it: what lies on this machine is then measured again, and “ebenerdig probe” measures what lies elsewhere.
problem-stray-metadata = “{ $key }” stands below the end of the metadata and would be published as text. Delete the three hyphens in line { $end }, or put the entry above them.

# Where the file is named
problem-file-circle = “{ $value }” is a link that leads in a circle. Delete it, and put the file itself into the folder.
problem-file-special = “{ $value }” is no file with a content but something that only programs need among themselves (a device, a pipe). Delete it, and put the right file into the folder.
problem-file-unreadable = “{ $value }” cannot be opened ({ $reason ->
    [EACCES] you may not
    [EPERM] you may not
    [EISDIR] it is a folder
   *[other] { $reason }
  }). Name a file that you may open.
problem-file-too-large = “{ $value }” has { $megabytes } MB. No text is as long as that: name the right file.
problem-file-name-long = The name “{ $value }” has { $count } characters, and hardly any machine takes more than { $limit }. Give the file a shorter one.
problem-file-private = “{ $value }” is never published, as it holds what concerns you alone. Name another file.
problem-file-taken = The name “{ $value }” is taken: the library itself puts something there. Give the file another one.
problem-file-active = “{ $value }” can hold programs that would run on your site. Such files are not published. Save the content as PDF or as a picture (JPEG, PNG, WebP).
problem-picture = “{ $value }” is no picture that all browsers show. { $kind ->
    [photo] Save it as JPEG, PNG or WebP. An iPhone does that by itself when “Most Compatible” is chosen under Settings > Camera > Formats.
    [drawing] Such drawings can hold programs. Export it as PNG or WebP.
    [recording] This is a recording: it belongs to audio or video, and a picture as JPEG, PNG or WebP belongs here.
    [document] Save one page of it as JPEG or PNG. You can link to the document itself in the text if it is a PDF.
   *[other] Name a picture that ends in .jpg, .png, .webp or .gif.
  }
problem-url-credentials = This address of { $value } holds a name or a password. All visitors could read them. Name the address without them, and change the password if it was published already.

# Where the site is built
problem-site-among-sources = The site must not be built here: the folder is emptied first, and what you wrote lies in it ({ $folder }). Name a folder of its own at site_dir or behind -d, for example: site.
problem-site-closed = Nothing may be written here. Change the rights, or build into another folder with -d.
