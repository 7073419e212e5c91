"""Forms and answers invented from a seed, and played in three engines: the server's, the phone's, and ODK's own.

    PYTHONPATH=tests python tests/conformance/invented/run.py --seed 7 --count 200 [--odk] [--save FOLDER]

`forms` invents the rows of a form and `expressions` its rules; `answering` opens it and invents what somebody does;
`engines` plays both in each engine; `policies` says where ODK's engine may see it otherwise, and why. The same seed
gives the same form and the same answers on every machine.
"""
