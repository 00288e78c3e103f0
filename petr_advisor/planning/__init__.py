"""How a roadmap is made: delays read, tasks drafted from steps and duties, dates computed."""
