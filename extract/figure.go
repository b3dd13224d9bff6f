package extract

func (p *page) findTolls() {}
