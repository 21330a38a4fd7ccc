@export()
type resourceTags = {
  *: string
}

@description('The part of a service that a private endpoint reaches.')
@export()
type endpointGroup = 'blob' | 'queue' | 'table' | 'namespace' | 'vault' | 'sites'

@description('The private DNS zones, by group: https://learn.microsoft.com/azure/private-link/private-endpoint-dns')
@export()
var privateZones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  namespace: 'privatelink.servicebus.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
  sites: 'privatelink.azurewebsites.net'
}
