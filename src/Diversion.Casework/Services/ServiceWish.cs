using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Services;

namespace Diversion.Casework.Services;

/// <summary>What is looked for in the directory. What is null does not matter.</summary>
/// <param name="Text">Every word of it is in the entry.</param>
/// <param name="Place">A district, ward or postcode, or the beginning of one: where the service is, or whose people it takes.</param>
/// <param name="WithSlots">Only services with a time that can be booked.</param>
/// <param name="Person">Whom it is for: what does not fit them is told apart, with why.</param>
public sealed record ServiceWish(string? Text = null, PathwayKind? Need = null, string? Place = null, ServicePerson? Person = null, bool WithSlots = false);
