// Feeds in, notices out.

import { resourceTags } from 'types.bicep'

param name string
param location string
param tags resourceTags

@allowed(['Standard', 'Premium'])
@description('Private endpoints need Premium.')
param sku string

@description('The network of the private endpoint; null means access over the internet.')
param networkName string?
param workspaceId string

@description('The identity that the app runs as.')
param identityName string

@description('Object ids of the identities that other systems use to send events to each queue.')
param senders feedSenders

@description('Systems that subscribe to notices about agreements; each gets a subscription of its own.')
param subscribers subscriber[]

@export()
type feedSenders = {
  tagEvents: string[]
  custodyNotices: string[]
}

@export()
type subscriber = {
  @description('The subscription\'s name.')
  name: string

  @description('Object id of the identity that reads it.')
  principalId: string
}

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/integration
var dataSender = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
)
var dataReceiver = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    tier: sku
    capacity: sku == 'Premium' ? 1 : null
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: networkName == null ? 'Enabled' : 'Disabled'
  }

  resource tagEvents 'queues' = {
    name: 'tag-events'
    properties: {
      maxDeliveryCount: 5
      lockDuration: 'PT1M'
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
    }
  }

  resource custodyNotices 'queues' = {
    name: 'custody-notices'
    properties: {
      maxDeliveryCount: 5
      lockDuration: 'PT1M'
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
    }
  }

  resource agreementEvents 'topics' = {
    name: 'agreement-events'
    properties: {
      // When no answer came, the outbox sends a message again with the same id, for up to 45 hours. Three days cover
      // that and a day on which the app does not run.
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'P3D'
      defaultMessageTimeToLive: 'P14D'
      supportOrdering: false
    }

    resource subscriptions 'subscriptions' = [
      for subscriber in subscribers: {
        name: subscriber.name
        properties: {
          maxDeliveryCount: 10
          lockDuration: 'PT1M'
          deadLetteringOnMessageExpiration: true
        }
      }
    ]
  }
}

resource appReceivesTagEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::tagEvents
  name: guid(namespace::tagEvents.id, identity.id, dataReceiver)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: dataReceiver
  }
}

resource appReceivesCustodyNotices 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::custodyNotices
  name: guid(namespace::custodyNotices.id, identity.id, dataReceiver)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: dataReceiver
  }
}

resource appSendsNotices 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::agreementEvents
  name: guid(namespace::agreementEvents.id, identity.id, dataSender)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: dataSender
  }
}

resource tagSenders 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for sender in senders.tagEvents: {
    scope: namespace::tagEvents
    name: guid(namespace::tagEvents.id, sender, dataSender)
    properties: {
      principalId: sender
      principalType: 'ServicePrincipal'
      roleDefinitionId: dataSender
    }
  }
]

resource custodySenders 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for sender in senders.custodyNotices: {
    scope: namespace::custodyNotices
    name: guid(namespace::custodyNotices.id, sender, dataSender)
    properties: {
      principalId: sender
      principalType: 'ServicePrincipal'
      roleDefinitionId: dataSender
    }
  }
]

resource subscribersReceive 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (subscriber, i) in subscribers: {
    scope: namespace::agreementEvents::subscriptions[i]
    name: guid(namespace.id, subscriber.name, subscriber.principalId, dataReceiver)
    properties: {
      principalId: subscriber.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: dataReceiver
    }
  }
]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: namespace
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'OperationalLogs'
        enabled: true
      }
    ]
  }
}

module endpoint 'private-endpoint.bicep' = if (networkName != null) {
  params: {
    name: '${name}-namespace'
    location: location
    tags: tags
    networkName: networkName!
    serviceId: namespace.id
    group: 'namespace'
  }
}

output id string = namespace.id
output hostName string = '${namespace.name}.servicebus.windows.net'
output queues string[] = [namespace::tagEvents.name, namespace::custodyNotices.name]
output topic string = namespace::agreementEvents.name
