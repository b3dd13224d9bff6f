package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
this material may not be published, broadcast, rewritten
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

func linesOf(s string) map[string]bool {
	set := map[string]bool{}
	for l := range strings.Lines(s) {
		set[strings.TrimSpace(l)] = true
	}
	return set
}

// fold brings a line to the form of the tables: lower case, straight marks,
// single spaces.
func fold(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return straight.Replace(s)
}

// straight makes curly marks straight.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

var (
	counted = regexp.MustCompile(`^\(?\d+\)? (?:pending )?(?:comments?|shares?|votes?|replies|views|likes|retweets)\b`)
	clip    = regexp.MustCompile(`^\d{1,2}:\d{2} (\p{L}+) [^.!?]*$`) // "1:17 Fire crews return to Oru Bay": a list of videos
	updated = regexp.MustCompile(`^(?:last )?(?:updated|posted|published|created|modified)(?: on| at|:)`)
	webLine = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	copyr   = regexp.MustCompile(`^\(?(?:copyright|©) ?(?:©|\(c\))? ?\d{0,4}`)
)

// furnished reports whether a whole paragraph, folded, is furniture. A long
// paragraph is only when it begins as a notice does: an article pasted in one
// piece must not vanish for one phrase in it.
func furnished(low string) bool {
	if !strings.ContainsFunc(low, unicode.IsLetter) {
		return true
	}
	size := utf8.RuneCountInString(low)
	if size > 700 {
		return false
	}
	bare := strings.TrimRight(strings.TrimLeft(low, " »>•*-|"), " .…:»>*!|")
	if size <= 80 && (furnitureLines[bare] || counted.MatchString(low) || clipped(low) || webLine.MatchString(low) || piped(low)) {
		return true
	}
	if copyr.MatchString(low) && (size < 300 || strings.Contains(low, "rights reserved")) && strings.ContainsAny(low[:min(len(low), 40)], "©0123456789") {
		return true
	}
	const limit = 240
	for _, h := range furnitureHeads {
		if size <= limit && startsWith(low, h) && !prose(low, h) {
			return true
		}
	}
	for _, m := range furnitureMarks {
		if strings.Contains(low, m) && size <= 450 {
			return true
		}
	}
	return false
}

// clipped reports whether a line is one of a list of videos, not an hour of the day.
func clipped(low string) bool {
	m := clip.FindStringSubmatch(low)
	return m != nil && m[1] != "am" && m[1] != "pm"
}

// startsWith reports whether a line begins with the whole words of a head.
func startsWith(low, head string) bool {
	if !strings.HasPrefix(low, head) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	next, _ := utf8.DecodeRuneInString(low[len(head):])
	return !unicode.IsLetter(last) || !unicode.IsLetter(next)
}

// prose reports whether a line that begins like furniture goes on as a sentence
// of an article: "More than 40 people were killed …", "Watch officers said …".
func prose(low, head string) bool {
	if strings.ContainsAny(head, ":|©") || len(strings.Fields(head)) > 2 {
		return false
	}
	if !strings.HasSuffix(low, ".") && !strings.HasSuffix(low, `."`) {
		return false
	}
	for _, v := range []string{" said", " says", " told ", " killed", " wounded", " injured", " were ", " was ", " had ", " have been ", " has been "} {
		if strings.Contains(low, v) {
			return true
		}
	}
	return false
}

// piped reports whether a line is a bar of links: "FREE APPS | NOW | FACEBOOK".
func piped(low string) bool {
	return strings.Count(low, "|") >= 2 && !strings.HasSuffix(low, ".")
}

// opensComments reports whether a folded line begins the readers' part of a page.
func opensComments(low string) bool {
	if utf8.RuneCountInString(low) > 60 {
		return false
	}
	for _, h := range commentHeads {
		if strings.HasPrefix(low, h) && (h != "comments" || len(low) <= 14) {
			return true
		}
	}
	return counted.MatchString(low) && strings.Contains(low, "comment")
}

// opensList reports whether a folded line begins a list of other stories.
func opensList(low string) bool {
	if utf8.RuneCountInString(low) > 60 || strings.HasSuffix(low, ".") {
		return false
	}
	for _, h := range listHeads {
		if low == h || strings.HasPrefix(low, h) && (len(strings.Fields(h)) > 1 || strings.HasSuffix(low, ":")) {
			return true
		}
	}
	return false
}

// headlineLike reports whether a line could be a headline: short, without a
// final stop.
func headlineLike(s string) bool {
	return utf8.RuneCountInString(s) <= 140 && !strings.ContainsAny(s[len(s)-1:], `.!:;"`) && !strings.HasSuffix(s, "”")
}
