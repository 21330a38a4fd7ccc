// Private, always warm, copied to another region. Put your own programme.json beside this file and name it here.
using 'main.bicep'

param installation = 'prod'
param privateNetwork = true
param addressPrefix = '10.40.0.0/24'
param allowedAddresses = []
param caseStorageSku = 'Standard_GZRS'
param logRetentionDays = 90
param alwaysReady = {
  http: 1
  durable: 1
}
param sendGridApiKey = readEnvironmentVariable('SENDGRID_API_KEY', '')
param pseudonymKey = readEnvironmentVariable('PSEUDONYM_KEY', '')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID')
param operationsEmail = readEnvironmentVariable('OPERATIONS_EMAIL')
param programme = loadTextContent('programme.sample.json')
param senders = {
  tagEvents: []
  custodyNotices: []
}
param subscribers = []
