namespace Diversion.Domain.Agreements;

/// <summary>Somebody who works for a partner.</summary>
public sealed record PartnerPerson(StaffRef Person, string Organisation);
