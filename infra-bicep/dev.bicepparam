// For trying out: accessible over the internet, scales to zero, sends no mail.
using 'main.bicep'

param installation = 'dev'
param privateNetwork = false
param caseStorageSku = 'Standard_LRS'
param logRetentionDays = 30
param alwaysReady = {
  http: 0
  durable: 0
}
param mailSandbox = true
param sendGridApiKey = readEnvironmentVariable('SENDGRID_API_KEY', '')
param pseudonymKey = readEnvironmentVariable('PSEUDONYM_KEY', '')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID')
param operationsEmail = readEnvironmentVariable('OPERATIONS_EMAIL')
param programme = loadTextContent('programme.sample.json')
