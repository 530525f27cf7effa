-- Where a statement speaks of a component inside a product: that product, one row for each of its package URLs; without one its name.
alter table supplier_product add column inside text not null default '';
alter table supplier_product add column inside_purl text not null default '';
alter table supplier_product add column inside_version text not null default '';
