namespace Diversion.Domain.Victim;

/// <summary>Who a victim is, and how they want to hear from us.</summary>
/// <param name="Enhanced">Entitled to enhanced rights under the Victims' Code; a child always is.</param>
/// <param name="Name">Of the person, child or business.</param>
/// <param name="Contact">How they want to be reached: a number, an address.</param>
/// <param name="ContactPerson">Who speaks for a business, or the parent or guardian of a child; nobody for an adult.</param>
/// <param name="Wishes">Their wishes about contact: when, by whom, about what.</param>
public sealed record VictimDetails(
    VictimKind Kind,
    bool Enhanced = false,
    string? Name = null,
    string? Contact = null,
    string? ContactPerson = null,
    string? Wishes = null);

public enum VictimKind
{
    Person,
    Business,
    Child,
}
