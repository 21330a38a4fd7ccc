// The Functions app on Flex Consumption, and sign-in by App Service Authentication.

import { resourceTags } from 'types.bicep'

param name string
param location string
param tags resourceTags

@description('The identity that the app runs as.')
param identityName string

@description('Blob container for deployments.')
param packageContainerUri string

@description('Our own settings, in addition to those that the host needs.')
param settings resourceTags

param hubStorageName string
param insightsConnectionString string

@description('The app registration that people sign in to.')
param signInClientId string

@description('People sign in at a provider that the app itself talks to. The platform then only checks the tokens of programs.')
param ownProvider bool

@description('The network of the private endpoint; null means access over the internet.')
param networkName string?

@description('Address ranges that may reach the app over the internet when it is in a private network.')
param allowedAddresses string[]

@allowed([512, 2048, 4096])
param instanceMemoryMB int

@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Instances kept warm for pages, and for timers and workflows. Zero starts cold.')
param alwaysReady alwaysReadyInstances

@export()
type alwaysReadyInstances = {
  http: int
  durable: int
}

var isPublic = networkName == null || !empty(allowedAddresses)
// The app registration trusts this identity instead of a client secret; the platform defines the name.
var signInAssertion = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = if (networkName != null) {
  name: networkName!

  resource functions 'subnets' existing = {
    name: 'functions'
  }
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

// Updates use the platform's default, Recreate: in a rolling update old and new code would share one task hub.
resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the service of azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: networkName == null ? null : network::functions.id
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: filter(
          [
            { name: 'http', instanceCount: alwaysReady.http }
            { name: 'durable', instanceCount: alwaysReady.durable }
          ],
          group => group.instanceCount > 0
        )
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ipSecurityRestrictionsDefaultAction: networkName == null ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [
        for (range, i) in networkName == null ? [] : allowedAddresses: {
          name: 'allowed-${i}'
          action: 'Allow'
          priority: 100 + i
          ipAddress: range
        }
      ]
      scmIpSecurityRestrictionsUseMain: true
    }
  }

  resource noFtpLogin 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noScmLogin 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: {
      ...settings
      AzureWebJobsStorage__accountName: hubStorageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      AZURE_CLIENT_ID: identity.properties.clientId
      '${signInAssertion}': identity.properties.clientId
      WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
    }
  }

  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
        runtimeVersion: '~1'
      }
      globalValidation: {
        requireAuthentication: !ownProvider
        unauthenticatedClientAction: ownProvider ? 'AllowAnonymous' : 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
        // Health, assets and the signed-out page: none contains anything from a record. GOV.UK Notify shows a token of its own.
        excludedPaths: [
          '/health/live'
          '/health/ready'
          '/assets/*'
          '/sign-out'
          '/api/v1/notify/*'
          '/my-page'
          '/my-page/*'
          '/public'
          '/public/*'
        ]
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            clientSecretSettingName: signInAssertion
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [signInClientId, 'api://${signInClientId}']
          }
        }
      }
      login: {
        // The app calls nothing on behalf of the person, so no tokens are kept.
        tokenStore: {
          enabled: false
        }
        cookieExpiration: {
          convention: 'FixedTime'
          timeToExpiration: '08:00:00'
        }
      }
      httpSettings: {
        requireHttps: true
        forwardProxy: {
          convention: 'NoProxy'
        }
      }
    }
    // Each of the two restarts the app; in parallel they have been seen to conflict.
    dependsOn: [appSettings]
  }
}

module endpoint 'private-endpoint.bicep' = if (networkName != null) {
  params: {
    name: '${name}-sites'
    location: location
    tags: tags
    networkName: networkName!
    serviceId: app.id
    group: 'sites'
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
