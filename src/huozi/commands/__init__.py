"""Commands: what each verb of ``huozi`` does, one module a verb. They return outcomes; only ``cli`` prints and exits."""
