// Never answers, and never ends.
setInterval(() => {}, 1_000)
