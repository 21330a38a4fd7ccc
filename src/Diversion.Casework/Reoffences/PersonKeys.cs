namespace Diversion.Casework.Reoffences;

/// <summary>Whom a row is about, by one number or several; each is null when the row does not give it.</summary>
/// <param name="Pnc">As it is stored.</param>
/// <param name="Reference">Of a case: <c>DV-7K3M9-2QX4P</c>.</param>
/// <param name="Pseudonym">As analysts see it.</param>
/// <param name="Custody">The custody system's reference of the referral.</param>
public sealed record PersonKeys(string? Pnc, string? Reference, string? Pseudonym, string? Custody);
