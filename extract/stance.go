package extract

func (p *page) findStances() {}
