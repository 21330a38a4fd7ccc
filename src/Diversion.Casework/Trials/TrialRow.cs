using Diversion.Domain.Trials;

namespace Diversion.Casework.Trials;

/// <summary>A trial in the list of all.</summary>
public sealed record TrialRow(string Trial, string Title, TrialStatus Status);
