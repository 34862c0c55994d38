filedesc://a.arc 0.0.0.0 20080430204825 text/plain 69
1 0 Somebody
URL IP-address Archive-date Content-type Archive-length

http://example.org/a 10.0.0.1 20080430204825 text/html 80
HTTP/1.1 200 OK
Content-Type: text/html

<html><p>The Council met.</p></html>
