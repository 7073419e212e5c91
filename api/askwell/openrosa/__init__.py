"""OpenRosa: the door for ODK Collect, and for every client that speaks as it does.

A round has an address, `/openrosa/<id of the round>.<key>`, below which such a client finds the list of forms (one),
the form, its media (none) and the place to send to. `doors` knows who may come in, `forms` writes the form as it is
handed out, `posts` takes a request apart, `arriving` turns its XML into an item that `submissions` receives like any
other, `replies` answers in OpenRosa's words, and `inviting` shows the address and its picture at the desk.

What a client says about its phone is not read: no device id, no user name. In an anonymous round what tells a time or a
phone is not asked for where the form allows it, and never kept: what is stored is the XML without it.

Source: OpenRosa 1.0, https://docs.getodk.org/openrosa/, and ODK Collect where it is stricter.
"""
