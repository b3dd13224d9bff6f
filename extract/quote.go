package extract

func (p *page) findVoices() {}
