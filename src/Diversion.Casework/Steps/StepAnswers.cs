using System.Globalization;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Steps;

/// <summary>The answers. A question that was not asked has the default of its type.</summary>
/// <param name="Item">From the address: the item of the condition or agreement.</param>
/// <param name="Moment">The day with the time, if a time is asked for.</param>
/// <param name="NewId">For anything that the step creates.</param>
public sealed record StepAnswers(
    string Condition, string Item, string NewId, string Chosen, LocalDate Day, Instant Moment, LocalDate? OtherDay, string? Line, string? Note)
{
    /// <summary>The meeting or session that was chosen; null when none was.</summary>
    public string? Appointment { get; init; }

    /// <summary>The key worker who was chosen; null when the step asks for none.</summary>
    public StaffRef? Worker { get; init; }

    /// <summary>Somebody of a partner who was chosen; null when the step asks for none.</summary>
    public PartnerPerson? Mentor { get; init; }

    /// <summary>Null when the item is not a number.</summary>
    public int? Number => int.TryParse(Item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public T Choice<T>() where T : struct, Enum => Enum.Parse<T>(Chosen);
}
