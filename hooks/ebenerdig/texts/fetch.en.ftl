problem-fetch-failed = The address does not answer ({ $reason }). Check the spelling and the connection.
problem-fetch-status = Instead of the feed came the answer { $status }. Check the address in a browser.
problem-fetch-too-large = The file is larger than { $megabytes } MB. No feed is that large.
problem-fetch-slow = After { $seconds } seconds the file had not arrived. Try again later.
