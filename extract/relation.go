package extract

func (p *page) findRelations() {}
