// The only secrets, and the key that encrypts the keys of cookies.

import { resourceTags } from 'types.bicep'

param name string
param location string
param tags resourceTags
@description('The network of the private endpoint; null means access over the internet.')
param networkName string?
param workspaceId string

@description('The identity that the app runs as.')
param identityName string

@secure()
@description('SendGrid has no managed identity. Empty leaves the stored one as it is.')
param sendGridApiKey string

@secure()
@description('Of the account at the mail server. Empty leaves the stored one as it is.')
param smtpPassword string

@secure()
@description('Of the service at GOV.UK Notify. Empty leaves the stored one as it is.')
param notifyApiKey string

@secure()
@description('What Notify shows with its receipts. Empty leaves the stored one as it is.')
param notifyCallbackToken string

@secure()
@description('32 random bytes as base64, which turn people into pseudonyms for analysts. Empty leaves the stored one as it is.')
param pseudonymKey string

@secure()
@description('Proves the app to an identity provider of your own. Empty leaves the stored one as it is.')
param signInSecret string

@secure()
@description('Lets the first lead in. Empty leaves the stored one as it is.')
param firstLeadCode string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
// May read the key, and wrap and unwrap with it: all that encrypting the cookie keys needs.
var cryptoServiceEncryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: networkName == null ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: networkName == null ? 'Allow' : 'Deny'
    }
  }

  resource sendGrid 'secrets' = if (!empty(sendGridApiKey)) {
    name: 'sendgrid-api-key'
    properties: {
      value: sendGridApiKey
      contentType: 'SendGrid API key with the right Mail Send'
    }
  }

  resource smtp 'secrets' = if (!empty(smtpPassword)) {
    name: 'smtp-password'
    properties: {
      value: smtpPassword
      contentType: 'Password of the account at the mail server'
    }
  }

  resource notify 'secrets' = if (!empty(notifyApiKey)) {
    name: 'notify-api-key'
    properties: {
      value: notifyApiKey
      contentType: 'Live API key of GOV.UK Notify'
    }
  }

  resource notifyCallback 'secrets' = if (!empty(notifyCallbackToken)) {
    name: 'notify-callback-token'
    properties: {
      value: notifyCallbackToken
      contentType: 'Token that GOV.UK Notify shows with its receipts'
    }
  }

  resource pseudonyms 'secrets' = if (!empty(pseudonymKey)) {
    name: 'pseudonym-key'
    properties: {
      value: pseudonymKey
      contentType: '32 bytes as base64. A new one makes every pseudonym another'
    }
  }

  resource signIn 'secrets' = if (!empty(signInSecret)) {
    name: 'sign-in-secret'
    properties: {
      value: signInSecret
      contentType: 'Client secret at the identity provider'
    }
  }

  resource firstLead 'secrets' = if (!empty(firstLeadCode)) {
    name: 'first-lead-code'
    properties: {
      value: firstLeadCode
      contentType: 'Code for the first programme lead. Of no use after that'
    }
  }

  resource dataProtection 'keys' = {
    name: 'data-protection'
    properties: {
      kty: 'RSA'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
      rotationPolicy: {
        lifetimeActions: [
          {
            trigger: {
              timeAfterCreate: 'P1Y'
            }
            action: {
              type: 'rotate'
            }
          }
        ]
        attributes: {}
      }
    }
  }
}

// On the vault and not on the secrets, which may be added later. The vault has no others.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource sealsKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::dataProtection
  name: guid(vault::dataProtection.id, identity.id, cryptoServiceEncryptionUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoServiceEncryptionUser)
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

module endpoint 'private-endpoint.bicep' = if (networkName != null) {
  params: {
    name: '${name}-vault'
    location: location
    tags: tags
    networkName: networkName!
    serviceId: vault.id
    group: 'vault'
  }
}

output name string = vault.name
output pseudonymKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=pseudonym-key)'
output sendGridReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=sendgrid-api-key)'
output smtpReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=smtp-password)'
output notifyApiKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=notify-api-key)'
output notifyCallbackTokenReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=notify-callback-token)'
output signInSecretReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=sign-in-secret)'
output firstLeadCodeReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=first-lead-code)'
output dataProtectionKeyUri string = vault::dataProtection.properties.keyUri
