// A storage account without keys, accessed by Entra ID only, and the app's roles on it.

import { resourceTags } from 'types.bicep'

param name string
param location string
param tags resourceTags

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param sku string

@description('The services in use; each gets a role and, in a private network, an endpoint.')
param services ('blob' | 'queue' | 'table')[]

param tables string[] = []
param containers string[] = []

@description('Whether the app owns the blobs, as the Functions host must for its leases; otherwise it reads, writes and deletes them.')
param ownsBlobs bool = true

@description('Whether the account cannot be deleted until the lock is removed.')
param locked bool = false

@description('The network of the private endpoint; null means access over the internet.')
param networkName string?

@description('The identity that the app runs as.')
param identityName string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var roles = {
  blob: ownsBlobs
    ? 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner, which the Functions host needs for its leases
    : 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  queue: '974c5e8b-45b9-4653-ba55-16f855dd0fb8' // Storage Queue Data Contributor
  table: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: networkName == null ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: networkName == null ? 'Allow' : 'Deny'
    }
  }

  resource blobs 'blobServices' = if (!empty(containers)) {
    name: 'default'

    resource container 'containers' = [
      for container in containers: {
        name: container
      }
    ]
  }

  resource tableService 'tableServices' = if (!empty(tables)) {
    name: 'default'

    resource table 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for service in services: {
    scope: account
    name: guid(account.id, identity.id, roles[service])
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles[service])
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'The record of every agreement. Azure Tables has no undelete.'
  }
}

module endpoints 'private-endpoint.bicep' = [
  for service in networkName == null ? [] : services: {
    params: {
      name: '${name}-${service}'
      location: location
      tags: tags
      networkName: networkName!
      serviceId: account.id
      group: service
    }
  }
]

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output tableEndpoint string = account.properties.primaryEndpoints.table
