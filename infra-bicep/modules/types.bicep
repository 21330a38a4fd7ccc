@export()
type resourceTags = {
  *: string
}

@description('The part of a service that a private endpoint reaches.')
@export()
type endpointGroup = 'blob' | 'queue' | 'table' | 'namespace' | 'vault' | 'sites'

@description('The private zones that names are found in, by group: https://learn.microsoft.com/azure/private-link/private-endpoint-dns')
@export()
var privateZones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  namespace: 'privatelink.servicebus.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
  sites: 'privatelink.azurewebsites.net'
}

@description('Whose programme it is, as the one-process host reads it from programme.json.')
@export()
type programme = {
  name: string

  @description('The id of a scheme file.')
  scheme: string

  leads: staff[]

  @description('By the name of the team.')
  teamManagers: {
    *: staff
  }

  @description('What links in mail begin with.')
  publicUrl: string

  @description('The address that mail comes from; SendGrid must have verified it.')
  sender: string
}

type staff = {
  @description('Object id of the person in Entra ID.')
  id: string
  name: string
  team: string?
  email: string?
}
