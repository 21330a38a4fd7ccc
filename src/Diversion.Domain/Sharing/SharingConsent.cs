namespace Diversion.Domain.Sharing;

/// <summary>What the person said last to one sharing agreement.</summary>
/// <param name="Sharing">Its number.</param>
/// <param name="Organisation">As it was called on the day, like the purpose.</param>
/// <param name="Given">False for a no, and for a yes that was withdrawn.</param>
/// <param name="By">The name of who recorded it.</param>
public sealed record SharingConsent(int Sharing, string Organisation, SharingPurpose Purpose, bool Given, LocalDate On, string By);
