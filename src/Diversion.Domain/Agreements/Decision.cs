namespace Diversion.Domain.Agreements;

/// <summary>
/// What comes of a command. No events and no refusal: it was done before, nothing changes. A refusal may come with
/// events when the refusal itself must be seen (a tag event from after the ending).
/// </summary>
/// <param name="State">The state after the events.</param>
public sealed record Decision(IReadOnlyList<AgreementEvent> Events, Refusal? Refusal, AgreementState State);
