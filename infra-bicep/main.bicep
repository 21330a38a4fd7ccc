// Everything that Diversion needs on Azure, in one resource group. README.md beside this file says how to deploy it.

import { alwaysReadyInstances } from 'modules/app.bicep'
import { feedSenders, subscriber } from 'modules/messaging.bicep'

@description('Short name of the installation, for example dev or prod. Part of every resource\'s name.')
@minLength(2)
@maxLength(6)
param installation string

param location string = resourceGroup().location

@description('Whether services are reached by private endpoints only.')
param privateNetwork bool = true

@description('Whether Service Bus is private as well. That needs its Premium tier, which is most of the cost of an idle installation.')
param privateServiceBus bool = privateNetwork

@description('Private address space, /24 or larger; used only with a private network.')
param addressPrefix string = '10.40.0.0/24'

@description('Address ranges that may reach the pages and the API of a private installation over the internet, for example those of partner providers. Empty: nobody, only through the private network.')
param allowedAddresses string[] = []

@description('Client id of the Entra ID app registration that staff and partners sign in to.')
param signInClientId string

@description('The text of sign-in.json, for an identity provider of your own (docs/sign-in.md). Empty: people sign in by App Service Authentication.')
param signInProvider string = ''

@secure()
@description('Client secret at that provider. Empty keeps the value in the vault.')
param signInSecret string = ''

@secure()
@description('With a provider of your own: 16 or more random letters and digits that let the first lead in. Empty keeps the value in the vault.')
param firstLeadCode string = ''

@description('The text of programme.json, in the format of the one-process host. The app checks it when it starts.')
param programme string

@description('Accept mail but send none: for trying out, with SendGrid only.')
param mailSandbox bool = false

@secure()
@description('Empty keeps the value in the vault.')
param sendGridApiKey string = ''

@description('The mail server, for SMTP in place of SendGrid (docs/settings.md). Empty: mail goes by SendGrid.')
param smtpHost string = ''

@allowed(['starttls', 'tls'])
param smtpSecurity string = 'starttls'

@description('The account at the mail server. Empty: it asks for none.')
param smtpUser string = ''

@secure()
@description('Empty keeps the value in the vault.')
param smtpPassword string = ''

@description('The text template in GOV.UK Notify (docs/settings.md). Empty: no texts to participants.')
param notifyTextTemplateId string = ''

@description('Notify sends delivery receipts, with the token below.')
param notifyReceipts bool = false

@secure()
@description('Empty keeps the value in the vault.')
param notifyApiKey string = ''

@secure()
@description('20 or more random characters that Notify shows with its receipts. Empty keeps the value in the vault.')
param notifyCallbackToken string = ''

@secure()
@description('32 random bytes as base64. Given once, at the first deployment: a new value changes every pseudonym. Empty keeps the value in the vault.')
param pseudonymKey string = ''

@description('Name of the task hub. A new hub has no workflows; they are started again from the agreements. See README.md, rolling back.')
@minLength(3)
@maxLength(45)
param taskHub string = 'Diversion1'

@description('Who is told about faults of the system.')
param operationsEmail string

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
@description('How the storage of cases is copied. GZRS survives the loss of a region.')
param caseStorageSku string = 'Standard_GZRS'

param logRetentionDays int = 90
param logDailyGigabytes int = 1

param instanceMemoryMB int = 2048
param maximumInstances int = 40
param alwaysReady alwaysReadyInstances = { http: 1, durable: 1 }

param senders feedSenders = { tagEvents: [], custodyNotices: [] }
param subscribers subscriber[] = []

var unique = uniqueString(resourceGroup().id, installation)
var name = 'diversion-${installation}-${unique}'
var tags = {
  application: 'diversion'
  installation: installation
}
var networkName = privateNetwork ? name : null
var packageContainer = 'packages'
// The name that the app uses; a test compares them.
var papersContainer = 'papers'
// The names that Casework uses; a test compares them.
var caseTables = [
  'agreements'
  'due'
  'evaluation'
  'outbox'
  'caseload'
  'inbox'
  'register'
  'search'
  'streams'
  'figures'
  'drafts'
  'feeds'
  'referrals'
  'audit'
  'settings'
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    name: name
    location: location
    tags: tags
    addressPrefix: addressPrefix
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyGigabytes: logDailyGigabytes
    identityName: identity.name
  }
}

// The data: event streams, read models, settings as tables; papers as blobs, sealed by the app.
module caseStorage 'modules/storage.bicep' = {
  params: {
    name: 'divcase${unique}'
    location: location
    tags: tags
    sku: caseStorageSku
    services: ['blob', 'table']
    ownsBlobs: false
    tables: caseTables
    containers: [papersContainer]
    locked: privateNetwork
    networkName: networkName
    identityName: identity.name
  }
  dependsOn: [network]
}

// What can be recreated: the task hub, the host's leases, the deployed package.
module hubStorage 'modules/storage.bicep' = {
  params: {
    name: 'divhub${unique}'
    location: location
    tags: tags
    sku: privateNetwork ? 'Standard_ZRS' : 'Standard_LRS'
    services: ['blob', 'queue', 'table']
    containers: [packageContainer]
    networkName: networkName
    identityName: identity.name
  }
  dependsOn: [network]
}

module messaging 'modules/messaging.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    sku: privateServiceBus ? 'Premium' : 'Standard'
    networkName: privateServiceBus ? networkName : null
    workspaceId: monitoring.outputs.workspaceId
    identityName: identity.name
    senders: senders
    subscribers: subscribers
  }
  dependsOn: [network]
}

module vault 'modules/vault.bicep' = {
  params: {
    name: 'div-${installation}-${unique}'
    location: location
    tags: tags
    networkName: networkName
    workspaceId: monitoring.outputs.workspaceId
    identityName: identity.name
    sendGridApiKey: sendGridApiKey
    smtpPassword: smtpPassword
    notifyApiKey: notifyApiKey
    notifyCallbackToken: notifyCallbackToken
    pseudonymKey: pseudonymKey
    signInSecret: signInSecret
    firstLeadCode: firstLeadCode
  }
  dependsOn: [network]
}

module app 'modules/app.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    identityName: identity.name
    packageContainerUri: '${hubStorage.outputs.blobEndpoint}${packageContainer}'
    hubStorageName: hubStorage.outputs.name
    insightsConnectionString: monitoring.outputs.connectionString
    signInClientId: signInClientId
    ownProvider: !empty(signInProvider)
    networkName: networkName
    allowedAddresses: allowedAddresses
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReady: alwaysReady
    settings: {
      TaskHubName: taskHub
      Tables__ServiceUri: caseStorage.outputs.tableEndpoint
      Documents__ServiceUri: caseStorage.outputs.blobEndpoint
      ServiceBus__fullyQualifiedNamespace: messaging.outputs.hostName
      ServiceBus__credential: 'managedidentity'
      ServiceBus__clientId: identity.properties.clientId
      Programme__Json: string(json(programme))
      PseudonymKey: vault.outputs.pseudonymKeyReference
      DataProtection__KeyUri: vault.outputs.dataProtectionKeyUri
      AzureWebJobsDisableHomepage: 'true'
      ...(empty(smtpHost)
        ? {
            SendGrid__ApiKey: vault.outputs.sendGridReference
            SendGrid__Sandbox: mailSandbox ? 'true' : 'false'
          }
        : {
            Smtp__Host: smtpHost
            Smtp__Security: smtpSecurity
            ...(empty(smtpUser)
              ? {}
              : {
                  Smtp__User: smtpUser
                  Smtp__Password: vault.outputs.smtpReference
                })
          })
      ...(empty(notifyTextTemplateId)
        ? {}
        : {
            Notify__ApiKey: vault.outputs.notifyApiKeyReference
            Notify__TextTemplateId: notifyTextTemplateId
            ...(notifyReceipts
              ? {
                  Notify__CallbackToken: vault.outputs.notifyCallbackTokenReference
                }
              : {})
          })
      ...(empty(signInProvider)
        ? {}
        : {
            SignIn__Provider: string(json(signInProvider))
            SignIn__Secret: vault.outputs.signInSecretReference
            SignIn__FirstLeadCode: vault.outputs.firstLeadCodeReference
          })
    }
  }
  dependsOn: [network]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    email: operationsEmail
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    serviceBusId: messaging.outputs.id
    caseStorageId: caseStorage.outputs.id
  }
}

output appName string = app.outputs.name
output appUrl string = 'https://${app.outputs.hostName}'
output signInCallback string = 'https://${app.outputs.hostName}/${empty(signInProvider) ? '.auth/login/aad/callback' : 'sign-in/callback'}'
output identityPrincipalId string = identity.properties.principalId
output caseTableEndpoint string = caseStorage.outputs.tableEndpoint
output serviceBusHost string = messaging.outputs.hostName
output vaultName string = vault.outputs.name
@description('The source address of mail and every other call to the internet; empty without a private network.')
output egressAddress string = network.?outputs.egressAddress ?? ''
