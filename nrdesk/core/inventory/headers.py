"""Column titles of other people’s inventories, field by field: the surest first, French then English.

They are written as `words.normal` returns them.
"""

from __future__ import annotations

from collections.abc import Mapping

from nrdesk.core.written.words import listed

TITLES: Mapping[str, tuple[str, ...]] = {
    "number": listed(
        """
        n, no, numero d inventaire, n d inventaire, numero inventaire, n inventaire, num
        inventaire, code inventaire, inventaire, numero, num, reference, ref, reference interne,
        id, identifiant, code, etiquette, n etiquette, immobilisation, n immobilisation, numero
        immobilisation, inventory number, asset tag, asset, asset number, asset id, tag, number,
        otherserial, nomequipementphysique, nom, nom de la machine, nom machine, machine, nom du
        poste, nom poste, nom de l ordinateur, nom ordinateur, poste, hostname, computer name,
        name, host
        """
    ),
    "category": listed(
        """
        categorie, type, type d equipement, type equipement, type de materiel, type materiel, type
        d appareil, type appareil, nature, nature du materiel, famille, sous categorie, genre,
        materiel, equipement, equipements, appareil, designation, designation du materiel,
        libelle, intitule, description, objet, article, produit, category, device, device type,
        equipment, equipment type, asset type, item, item type, kind, product, chassis, chassis
        type
        """
    ),
    "brand": listed(
        """
        marque, fabricant, constructeur, manufacturer, brand, make, vendor, maker
        """
    ),
    "model": listed(
        """
        modele, modele du materiel, nom du modele, model, model name, product name, nom commercial
        """
    ),
    "site": listed(
        """
        lieu, site, batiment, localisation, emplacement, implantation, adresse, etablissement,
        location, building, place, account info tag, tag ocs, entite, entity, nomentite
        """
    ),
    "service": listed(
        """
        service, service affecte, affectation, direction, pole, bureau, salle, piece, departement,
        department, room, office, unit, team, equipe, groupe
        """
    ),
    "assigned_to": listed(
        """
        affecte a fonction, fonction, poste ou fonction, fonction de l utilisateur, fonction
        utilisateur, fonction affectee, poste affecte, profil utilisateur, usage du poste, role,
        job title, function, user role
        """
    ),
    "quantity": listed(
        """
        quantite, qte, nombre, nb, nbre, nombre d appareils, nombre d equipements, effectif,
        quantity, qty, count, amount, units
        """
    ),
    "purchased": listed(
        """
        date d achat, date achat, dateachat, achete le, achat le, date d acquisition, date
        acquisition, acquis le, annee d achat, annee achat, annee d acquisition, annee
        acquisition, annee, mise en service, date de mise en service, mis en service le, date mise
        en service, annee de mise en service, date d entree, date de livraison, date livraison,
        date de commande, date facture, date de facture, informations financieres et
        administratives date d achat, purchase date, date of purchase, buy date, purchased,
        purchase year, year of purchase, year, acquisition date, in service date, date
        """
    ),
    "acquisition": listed(
        """
        acquisition, neuf occasion, neuf ou occasion, occasion, neuf, neuf reconditionne, etat
        achat, etat d achat, etat a l achat, mode d acquisition, type d acquisition, type d achat,
        mode d achat, origine, provenance, condition at purchase, acquisition mode, new used, new
        refurbished
        """
    ),
    "price": listed(
        """
        prix unitaire ht, prix ht, prix unitaire, pu ht, p u ht, pu, prix, prix d achat, prix d
        achat ht, prix achat, prix achat ht, cout, cout ht, cout unitaire, montant ht, montant,
        valeur, valeur d achat, valeur ht, unit price, price, purchase price, cost, purchase cost,
        value
        """
    ),
    "supplier": listed(
        """
        fournisseur, nom du fournisseur, revendeur, vendeur, distributeur, prestataire, achete chez,
        loueur, bailleur, supplier, supplier name, reseller, seller, retailer, lessor
        """
    ),
    "provided_by": listed(
        """
        fourni par, mis a disposition par, prete par, appartient a, proprietaire, collectivite
        proprietaire, owned by, lent by, provided by
        """
    ),
    "warranty_until": listed(
        """
        garantie jusqu au, fin de garantie, date de fin de garantie, date fin de garantie, date fin
        garantie, fin garantie, garantie jusqu a, expiration de la garantie, date d expiration de la
        garantie, date expiration garantie, echeance de garantie, sous garantie jusqu au, garantie,
        warranty until, warranty end, warranty end date, warranty expiration, warranty expiration
        date, warranty expires, warranty date, end of warranty, warranty
        """
    ),
    "status": listed(
        """
        etat, statut, situation, etat de fonctionnement, etat actuel, status, state, condition,
        usage
        """
    ),
    "lifetime_years": listed(
        """
        duree de vie prevue ans, duree de vie prevue, duree de vie, duree de vie ans, duree d
        usage, duree d utilisation, duree prevue, duree d amortissement, lifetime, lifespan, life
        time years
        """
    ),
    "annual_kwh": listed(
        """
        kwh mesures par an, kwh par an, kwh an, kwh, consommation kwh an, consommation annuelle,
        consommation annuelle kwh, consommation electrique annuelle, consoelecannuelle,
        consommation kwh, annual kwh, kwh per year, yearly consumption, annual consumption
        """
    ),
    "usage_profile": listed(
        """
        profil d usage, profil, usage profile
        """
    ),
    "operating_system": listed(
        """
        systeme, systeme d exploitation, systeme d exploitation nom, os, operating system, osname,
        os name, version windows, windows, system
        """
    ),
    "serial_number": listed(
        """
        n de serie, numero de serie, no de serie, num de serie, numero serie, n serie, num serie,
        s n, sn, serie, service tag, serial number, serial no, serial, serialnumber, ssn, imei
        """
    ),
    "retired": listed(
        """
        sorti le, date de sortie, date sortie, date de retrait, dateretrait, date retrait, date de
        reforme, date de mise au rebut, date rebut, reforme le, date de fin, retired, retirement
        date, disposal date, decommission date
        """
    ),
    "exit_route": listed(
        """
        devenir, devenir de l equipement, devenir du materiel, mode de sortie, motif de sortie, type
        de sortie, raison de sortie, destination, destination finale, fin de vie, filiere, filiere de
        sortie, motif de reforme, mode de reforme, exit route, disposal, disposal method, disposal
        route, end of life
        """
    ),
    "recipient": listed(
        """
        remis a, donne a, cede a, vendu a, repreneur, acquereur, destinataire, organisme de reprise,
        collecteur, association, recipient, given to, sold to, handed to, buyer, recycler
        """
    ),
    "comment": listed(
        """
        commentaire, commentaires, remarque, remarques, observation, observations, note, notes,
        divers, precisions, informations, infos, comment, comments, remark, remarks
        """
    ),
}
"""Field name -> titles."""
