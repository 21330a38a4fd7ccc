// Faults that somebody has to look at. Everything else can wait until somebody opens the workbook.

import { resourceTags } from 'types.bicep'

param name string
param location string
param tags resourceTags

@description('Who is told. Not the leads: these are faults of the system, not problems of a case.')
param email string

param workspaceId string
param insightsId string
param serviceBusId string
param caseStorageId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'diversion'
    enabled: true
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'A message could not be taken in or delivered. Read its dead-letter reason, mend the cause, then send it again.'
    severity: 1
    enabled: true
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: ['*']
            }
          ]
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource throttling 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-storage-throttled'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage of cases turned requests away. See "Scaling" in docs/azure.md.'
    severity: 2
    enabled: true
    scopes: [caseStorageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'turned away'
          metricName: 'Transactions'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'ServerBusyError'
                'ServerTimeoutError'
                'ClientAccountRequestThrottlingError'
                'ClientAccountBandwidthThrottlingError'
              ]
            }
          ]
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

type logAlert = {
  name: string
  description: string
  severity: int
  query: string
}

// Names of metrics and limits are those of the code (Instruments, HealthRules); a test compares them. The page /system says what to do.
var logAlerts logAlert[] = [
  {
    name: 'time-not-kept'
    description: 'Something has been overdue for more than ten minutes. See the page /system.'
    severity: 1
    query: 'AppMetrics | where Name == "diversion.due.lateness" and Max > 600'
  }
  {
    name: 'messages-wait'
    description: 'A message has not been delivered for more than half an hour. See the page /system, and which destination fails in diversion.delivery.duration.'
    severity: 2
    query: 'AppMetrics | where Name == "diversion.outbox.age" and Max > 1800'
  }
  {
    name: 'workflows-fail'
    description: 'What was due could not be done. It is tried again; find out why it failed.'
    severity: 2
    query: 'AppMetrics | where Name == "diversion.workflow.failures" and Sum > 0'
  }
  {
    name: 'feed-silent'
    description: 'A feed has sent nothing for more than a day. Ask its sender whether it still runs.'
    severity: 3
    query: 'AppMetrics | where Name == "diversion.feed.age" and Max > 86400'
  }
  {
    name: 'failed-functions'
    description: 'A function or a request failed. An answer of 4xx is the caller\'s matter and does not count.'
    severity: 2
    query: 'union (AppRequests | where Success == false and ResultCode !startswith "4"), (AppMetrics | where Name == "faas.invoke_duration" and tostring(Properties["diversion.outcome"]) == "failed")'
  }
  {
    name: 'overdue-sweep-found-work'
    description: 'Something fell due and no workflow had taken it up. It is taken up now; find out why the workflow slept.'
    severity: 2
    query: 'AppTraces | where Message startswith "Overdue sweep found work:"'
  }
  {
    name: 'task-hub-poison'
    description: 'The task hub gave a message up again and again. Task hubs have no dead-letter queue: look at the instance.'
    severity: 1
    query: 'AppTraces | where Properties.Category == "DurableTask.AzureStorage" and Properties.EventName == "PoisonMessageDetected"'
  }
]

resource logRules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in logAlerts: {
    name: '${name}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${name}-${alert.name}'
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      criteria: {
        allOf: [
          {
            query: '${alert.query} | where _ResourceId =~ "${insightsId}"'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]
