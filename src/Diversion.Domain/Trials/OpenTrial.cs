namespace Diversion.Domain.Trials;

/// <summary>The trial that allocates people now.</summary>
public sealed record OpenTrial(TrialId Id, TrialProtocol Protocol);
