using System.Security.Cryptography;
using System.Text;
using Diversion.Domain.Reading;
using Diversion.Domain.Services;

namespace Diversion.Casework.ServiceEntries;

/// <summary>Ids of services that nobody gave one: the same organisation and name have the same, so that nothing is added twice.</summary>
public static class ServiceIds
{
    private const int Characters = 20;

    public static ServiceId Of(string organisation, string name) => new(Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{ReferenceText.Key(organisation)}\n{ReferenceText.Key(name)}")))[..Characters]);
}
