1filedesc://a.arc 0.0.0.0 20080430204825 text/plain 13
2 0 Somebody

http://example.org/a 10.0.0.1 20080430204825 text/html 200 abc - 9 a.arc 80
HTTP/1.1 200 OK
Content-Type: text/html

<html><p>The Council met.</p></html>
