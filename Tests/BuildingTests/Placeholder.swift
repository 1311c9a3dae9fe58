import Building
