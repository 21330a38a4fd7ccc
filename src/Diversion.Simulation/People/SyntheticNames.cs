using Bogus;
using Bogus.DataSets;
using Diversion.Domain.Referral;

namespace Diversion.Simulation.People;

/// <summary>
/// Made-up names and addresses (Bogus, en_GB). One instance, one thread: Bogus shares data between its parts. Mail
/// addresses end in example.org and telephone numbers are in the range that Ofcom reserves for drama, so none is real.
/// </summary>
internal sealed class SyntheticNames
{
    private readonly Faker faker = new("en_GB");

    public void Begin(ulong seed) => faker.Random = new Randomizer((int)(seed & int.MaxValue));

    public string Full(Sex sex) => $"{faker.Name.FirstName(sex == Sex.Female ? Name.Gender.Female : Name.Gender.Male)} {faker.Name.LastName()}";

    public string Address(string town) => $"{faker.Random.Int(1, 199)} {faker.Address.StreetName()}, {town}";

    public static string Email(string name, int index) =>
        $"{string.Concat(name.ToLowerInvariant().Select(c => c == ' ' ? '.' : c).Where(c => char.IsAsciiLetter(c) || c == '.'))}.{index}@example.org";

    public static string Phone(int index) => $"07700 900{index % 1000:D3}";
}
