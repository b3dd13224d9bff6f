package read

import "strings"

// furnitureLines are whole lines that a page adds to its articles, folded.
var furnitureLines = linesOf(`advertisement
advertisements
ad
sponsored
sponsored content
story continues below advertisement
article continues below advertisement
continue reading the main story
continue reading below
share
share this
share this story
share this article
share this page
share on facebook
share on twitter
share via email
tweet
tweet this
pin it
print
print this
email
e-mail
email this
mail
facebook
twitter
google
google+
pinterest
linkedin
reddit
tumblr
whatsapp
telegram
pocket
more
more…
save
like
like this
like loading
loading
please wait
please wait a moment
no votes yet
rate this article
average
a a
a a a
text size
photos
photo
video
videos
enlarge
close
caption close
caption
hide caption
toggle caption
show caption
view gallery
gallery
play
pause
play video
watch this story
watch live
watch now
scroll down for video
follow us
follow
subscribe
subscribe now
sign up
sign in
log in
login
register
newsletter
newsletters
home
menu
search
skip to content
skip to main content
back to top
top
next
previous
prev
page not found
comment
comments
community standards
community standardsdiscussion
discussion
get short url
tags
topics
topic
related
related links
related content
related stories
related articles
related topics
more stories
more news
most read
most popular
trending
top trending
recommended
recommended for you
latest news
breaking news
news releases
editor's picks
read more
read next
see also
also
see more
learn more
show more
load more
view comments
post comment
notify me of new posts by email
report a typo
report an error
report this ad
republish this article
terms of use
terms of service
privacy policy
contact us
about us
all rights reserved
name
website
message
submit
cancel
reply
send
your name
your email
your email address
friend's email address
original story
click here for reuse options
skip ad
sorry your browser doesn't support flash
this slideshow requires javascript`)

// furnitureHeads begin lines that a page adds, folded.
var furnitureHeads = strings.Split(`please enable javascript
please wait
please check your email
no votes yet
advertisement
your email address will not be published
required fields are marked
you must be logged in
you must log in
you must enter the characters
enter your email
enter the code
email newsletters
email notifications are only sent
there was a problem saving your notification
your notification has been saved
close get email notifications
get email notifications
thank you for registering
thank you for subscribing
thanks for signing up
we look forward to seeing you on
we have sent a confirmation email
by submitting your registration
by signing up
by subscribing
by clicking
already have an account
already a subscriber
don't have an account
forgot your password
sign in using
sign in to
sign up for
sign up here
subscribe to
subscribe for
join our newsletter
get the latest
get breaking news
get our
get the free
download our
download the
>>download
stay up to date
stay with
stay connected
join the conversation
follow us
follow cbs
follow @
follow the
like us on
find us on
free apps
take abc
on a mobile device
mobile users
app users
having trouble viewing
sorry, your browser
your browser does not
this slideshow requires
this video is no longer
watch the video
watch video
watch live
watch:
watch |
click here
click to
tap here
share this:
share this story:
like this:
read more:
read more about
read more on
read more top
read more at
read also
read next
read:
read |
more:
more on
also read
also on
also in
see also
see more
related:
related story
related stories
related content
related links
recommended:
recommended reading
don't miss
editor's note: this headline
photos:
gallery:
view gallery
video:
listen:
listen to
for more neighborhood news
for more news
for more stories
for the latest
leave a reply
leave a comment
post a comment
add a comment
message: *
a friend wanted you
this item from
notify me of
save my name, email
comment via
comments are closed
comments (
view comments
refresh 
text newsapp
copyright ©
copyright (c)
© 
(©
(tm and ©
tm and ©
(tm and copyright
tm and copyright
(copyright
all rights reserved
this material may not be published
unauthorized reproduction
republishing
short url
from wikipedia, the free encyclopedia
this article uses material from
filed under
posted in
tagged
tags:
topics:
categories:
category:
breadcrumb
you are here
skip to
cookie
we use cookies
this site uses cookies
this website uses cookies
accept cookies
top trending
latest news:
you may also
you might also
more from
more local
more news
most read
most popular
trending now
top stories
in case you missed`, "\n")

// furnitureMarks are phrases that only furniture holds, folded.
var furnitureMarks = strings.Split(`all rights reserved
this material may not be published
your email address will not be published
required fields are marked
terms of service and privacy policy
facebook | twitter
follow us on twitter
follow us on facebook
like us on facebook
our news mobile app
iphone | ipad
iphone and android
a link will be sent to your friend's email
stand out from the other characters
enable javascript
sign up for our newsletter
sign up for the newsletter
subscribe to our newsletter
subscribe to the newsletter
check your inbox
unsubscribe at any time
posts new content, you'll get an email
as a reader of this site
{* `, "\n")

// commentHeads begin the part of a page where its readers write, folded.
var commentHeads = []string{"leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment", "view comments", "comments", "join the discussion", "comment via"}

// listHeads begin lists of headlines of other stories, folded.
var listHeads = []string{"also:", "also", "related", "more local", "more news", "more stories", "more from", "top trending", "latest news", "most read", "most popular", "trending", "you may also", "you might also", "read more top", "read next", "recommended", "also on", "in case you missed", "top stories"}
