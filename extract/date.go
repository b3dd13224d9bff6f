package extract

func (p *page) findDates() {}
