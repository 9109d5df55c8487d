"""Commands: what each verb of ``huozi`` does, a module a verb. They return outcomes; ``cli`` alone prints and exits."""
